import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  convertMillimetersToTwip,
} from "docx";
import type { ISectionOptions } from "docx";

/**
 * The look of an official paper (GB/T 9704): A4, title in 方正小标宋 of 22 points, text in 仿宋 of 16 points on lines
 * of 28 points, first lines two characters in. Only the names of the fonts are in the file: Word and WPS take their
 * own where an office lacks one.
 */
const fonts = {
  title: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "方正小标宋简体" },
  heading: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" },
  body: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋_GB2312" },
} as const;

const halfPoints = { title: 44, body: 32, table: 28 } as const;
const lineOfText = { line: 560, lineRule: LineRuleType.EXACT } as const;
const twoCharacters = { firstLine: 640, firstLineChars: 200 } as const;

const page: NonNullable<ISectionOptions["properties"]> = {
  page: {
    // A4 in twips
    size: { width: 11_906, height: 16_838 },
    margin: {
      top: convertMillimetersToTwip(37),
      bottom: convertMillimetersToTwip(35),
      left: convertMillimetersToTwip(28),
      right: convertMillimetersToTwip(26),
    },
  },
};

export type Block = Paragraph | Table;

/** A paper of one section; its pages are parted by `pageBreak`. */
export function officialDocument(title: string, children: readonly Block[]): Document {
  return new Document({
    title,
    creator: "",
    styles: {
      default: {
        document: { run: { font: fonts.body, size: halfPoints.body, language: { eastAsia: "zh-CN" } } },
      },
    },
    sections: [{ properties: page, children: [...children] }],
  });
}

/** The bytes of a paper. */
export function toWord(paper: Document): Promise<Buffer> {
  return Packer.toBuffer(paper);
}

export function titleLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text, font: fonts.title, size: halfPoints.title })],
  });
}

/** The number below the title. */
export function numberLine(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...lineOfText, after: 280 },
    children: [new TextRun({ text })],
  });
}

/** Whom the paper addresses, at the left edge. */
export function addressLine(text: string): Paragraph {
  return new Paragraph({ spacing: lineOfText, children: [new TextRun({ text: `${text}：` })] });
}

export function textLine(text: string): Paragraph {
  return new Paragraph({ indent: twoCharacters, spacing: lineOfText, children: [new TextRun({ text })] });
}

/** What is to be known about a form, below its table and in the size of the table. */
export function noteLine(text: string): Paragraph {
  return new Paragraph({
    indent: { firstLine: 560, firstLineChars: 200 },
    spacing: { line: 440, lineRule: LineRuleType.EXACT, before: 160 },
    children: [new TextRun({ text, size: halfPoints.table })],
  });
}

export function headingLine(text: string): Paragraph {
  return new Paragraph({
    indent: twoCharacters,
    spacing: lineOfText,
    children: [new TextRun({ text, font: fonts.heading })],
  });
}

/** Who signs and when, at the right edge. */
export function signature(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (text, index) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepLines: true,
        keepNext: index < lines.length - 1,
        spacing: { ...lineOfText, before: index === 0 ? 560 : 0 },
        children: [new TextRun({ text })],
      }),
  );
}

export function pageBreak(): Paragraph {
  return new Paragraph({ children: [new PageBreak()] });
}

/** A form of two columns: what is asked, and room for the answer. */
export function formTable(rows: readonly (readonly [label: string, value: string])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [2600, 6200],
    rows: rows.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          height: { value: 640, rule: "atLeast" },
          children: [cell(label, 2600, AlignmentType.CENTER), cell(value, 6200, AlignmentType.LEFT)],
        }),
    ),
  });
}

/** A line of a form: one thing that is asked, or two short ones side by side. */
export type FormLine =
  | readonly [label: string, value: string]
  | readonly [label: string, value: string, secondLabel: string, secondValue: string];

const formColumns = [1900, 2500, 1900, 2500] as const;

/** A form in which short answers stand two to a line; a long one runs on over the page. */
export function recordForm(lines: readonly FormLine[]): Table {
  const [label, value] = formColumns;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [...formColumns],
    rows: lines.map(
      (line) =>
        new TableRow({
          height: { value: 560, rule: "atLeast" },
          children:
            line.length === 2
              ? [
                  cell(line[0], label, AlignmentType.CENTER),
                  cell(line[1], value + label + value, AlignmentType.LEFT, 3),
                ]
              : line.map((text, index) =>
                  cell(
                    text,
                    formColumns[index] ?? value,
                    index % 2 === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
                  ),
                ),
        }),
    ),
  });
}

function cell(
  text: string,
  width: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  columnSpan = 1,
): TableCell {
  return new TableCell({
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: text
      .split("\n")
      .map(
        (line) =>
          new Paragraph({ alignment, children: [new TextRun({ text: line, size: halfPoints.table })] }),
      ),
  });
}
