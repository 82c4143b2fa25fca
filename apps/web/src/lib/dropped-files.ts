/** A file with its path inside the folder that was given: `衔接名单/2021年第09周.xlsx`. */
export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** The files of a chosen list or folder; the folder's own name is left out. */
export function filesOfInput(input: HTMLInputElement): NamedFile[] {
  return Array.from(input.files ?? [], (file) => {
    const inFolder = file.webkitRelativePath.split("/").slice(1).join("/");
    return { path: inFolder === "" ? file.name : inFolder, file };
  });
}

/** The files of a drop; dropped folders are walked. A single folder's own name is left out. */
export async function filesOfDrop(transfer: DataTransfer): Promise<NamedFile[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry()).filter(
    (entry) => entry !== null,
  );
  const [only] = entries;
  if (entries.length === 1 && only?.isDirectory === true)
    return filesIn(only as FileSystemDirectoryEntry, "");
  return (await Promise.all(entries.map((entry) => filesAt(entry, "")))).flat();
}

async function filesAt(entry: FileSystemEntry, folder: string): Promise<NamedFile[]> {
  const path = `${folder}${entry.name}`;
  if (entry.isDirectory) return filesIn(entry as FileSystemDirectoryEntry, `${path}/`);
  const file = await new Promise<File>((resolve, reject) => {
    (entry as FileSystemFileEntry).file(resolve, reject);
  });
  return [{ path, file }];
}

async function filesIn(directory: FileSystemDirectoryEntry, folder: string): Promise<NamedFile[]> {
  const reader = directory.createReader();
  const found: NamedFile[] = [];
  for (;;) {
    // A reader hands out a folder in portions; an empty one is the end.
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (portion.length === 0) return found;
    for (const entry of portion) found.push(...(await filesAt(entry, folder)));
  }
}
