import { deflateRawSync } from "node:zlib";
import { CFB } from "@e965/xlsx";
import { excelFile } from "./sample-files.ts";
import type { SampleRow } from "./sample-files.ts";

/** A container of one stream, as .doc files and every protected .xlsx are. */
export function oleOf(streamName: string): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, streamName, Buffer.alloc(5_000));
  return CFB.write(container, { type: "buffer" }) as Buffer;
}

/** A BIFF8 file with the FILEPASS record that Excel writes right after the first BOF record. */
export function protectedXls(rows: readonly SampleRow[]): Buffer {
  const container = CFB.read(excelFile(rows, "biff8"), { type: "buffer" });
  const entry = CFB.find(container, "/Workbook");
  const content = Buffer.from(entry.content);
  const firstRecord = 4 + content.readUInt16LE(2);
  const filePass = Buffer.from([0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78]);
  const changed = Buffer.concat([content.subarray(0, firstRecord), filePass, content.subarray(firstRecord)]);
  const target = CFB.utils.cfb_new();
  CFB.utils.cfb_add(target, "/Workbook", changed);
  return CFB.write(target, { type: "buffer" }) as Buffer;
}

/** A workbook of a few kilobytes with a sheet of 64 MB; `declaredSize` is what its headers say instead. */
export function zipBomb(declaredSize?: number): Buffer {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  return zipOf(
    { "xl/workbook.xml": Buffer.from("<workbook/>"), "xl/worksheets/sheet1.xml": zeros },
    declaredSize,
  );
}

/** A deflated zip; `declaredSize` replaces the true inflated size in its headers. */
export function zipOf(files: Record<string, Buffer>, declaredSize?: number): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredSize ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    local.push(entry);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), fields, rest, Buffer.from(name)]));
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
