import { DEFAULT_READ_LIMITS } from "@rehab/spreadsheet/read-limits";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../../core/problem-error.ts";
import type { GivenFile } from "./read-files.ts";

const mostFiles = 200;
const mostBytes = 100 * 1024 * 1024;

/**
 * The files of an upload. One that is larger than a file may be is cut off behind the limit: the reader then says
 * so, and the others are read. Throws `upload_too_large` for all together and `file_unreadable` without a file.
 */
export async function takeFiles(request: FastifyRequest): Promise<GivenFile[]> {
  if (!request.isMultipart())
    throw new ProblemError("file_unreadable", { detail: "没有收到文件，请重新选择。" });
  const files: GivenFile[] = [];
  let bytes = 0;
  const parts = request.files({
    preservePath: true,
    throwFileSizeLimit: false,
    limits: { files: mostFiles, fileSize: DEFAULT_READ_LIMITS.maxFileBytes + 1 },
  });
  for await (const part of parts) {
    const content = await part.toBuffer();
    bytes += content.length;
    if (bytes > mostBytes) {
      throw new ProblemError("upload_too_large", {
        detail: "一次上传的文件合计不超过 100 MB，请分几次上传。",
      });
    }
    files.push({ name: cleanPath(part.filename), bytes: content });
  }
  if (files.length === 0) throw new ProblemError("file_unreadable", { detail: "没有收到文件，请重新选择。" });
  return files;
}

/** The path below the chosen folder, as a name only: it is never opened. */
function cleanPath(path: string): string {
  const parts = path.split(/[\\/]/u).filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.join("/").replaceAll(/\p{Cc}/gu, "") || "未命名";
}
