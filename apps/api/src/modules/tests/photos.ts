import { createHash } from "node:crypto";
import type { TestSessionView } from "@rehab/schema/test-views";
import { and, eq, isNull } from "drizzle-orm";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { attachment, testSession } from "../../db/schema/supervision.ts";
import { getSession } from "./sessions.ts";

const mostBytes = 8 * 1024 * 1024;

/** The pictures that browsers and phones make, by their first bytes: a name or a header can say anything. */
const signatures = [
  { mediaType: "image/jpeg", starts: (bytes: Buffer) => bytes.subarray(0, 3).toString("hex") === "ffd8ff" },
  {
    mediaType: "image/png",
    starts: (bytes: Buffer) => bytes.subarray(0, 8).toString("hex") === "89504e470d0a1a0a",
  },
  {
    mediaType: "image/webp",
    starts: (bytes: Buffer) =>
      bytes.subarray(0, 4).toString("latin1") === "RIFF" &&
      bytes.subarray(8, 12).toString("latin1") === "WEBP",
  },
] as const;

interface Picture {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** The one picture of an upload. Throws `upload_too_large`, or `file_unreadable` for what is no picture. */
export async function takePicture(request: FastifyRequest): Promise<Picture> {
  if (!request.isMultipart())
    throw new ProblemError("file_unreadable", { detail: "没有收到照片，请重新选择。" });
  const part = await request.file({
    throwFileSizeLimit: false,
    limits: { files: 1, fileSize: mostBytes + 1 },
  });
  if (part === undefined) throw new ProblemError("file_unreadable", { detail: "没有收到照片，请重新选择。" });
  const bytes = await part.toBuffer();
  if (bytes.length > mostBytes) {
    throw new ProblemError("upload_too_large", { detail: "照片不超过 8 MB，请缩小后再上传。" });
  }
  const known = signatures.find(({ starts }) => starts(bytes));
  if (known === undefined) {
    throw new ProblemError("file_unreadable", { detail: "只接受 JPEG、PNG、WebP 格式的照片。" });
  }
  const name =
    part.filename
      .split(/[\\/]/u)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, "")
      .slice(0, 100) ?? "";
  return { name: name || "照片", mediaType: known.mediaType, bytes };
}

interface AddInput {
  readonly id: string;
  readonly factId: string;
  readonly picture: Picture;
}

/** Puts a photo to a test day, encrypted. A resend with the same id changes nothing. */
export const addPhoto = useCase<AddInput, TestSessionView>(
  "tests.addPhoto",
  async (context, { id, factId, picture }) => {
    const { tx, audit, actor, cipher, county, now } = context;
    const [session] = await tx.select().from(testSession).where(eq(testSession.id, id));
    if (session === undefined) throw new ProblemError("not_found");
    requireAtStation(actor, "create", "CaseFile", session.stationId);
    if (session.annulledAt !== null) throw new ProblemError("wrong_state", { detail: "这个检测日已经撤销" });
    const [known] = await tx.select({ id: attachment.id }).from(attachment).where(eq(attachment.id, factId));
    const { bytes, name, mediaType } = picture;
    if (known === undefined) {
      await tx.insert(attachment).values({
        id: factId,
        countyCode: county.code,
        stationId: session.stationId,
        subjectType: "testSession",
        subjectId: id,
        name,
        mediaType,
        size: bytes.length,
        digest: createHash("sha256").update(bytes).digest(),
        contentCipher: cipher.encrypt(bytes.toString("base64")),
        recordedAt: now,
        recordedBy: actor.accountId,
      });
    }
    audit({
      action: "tests.addPhoto",
      subjectType: "testSession",
      subjectId: id,
      change: { attachmentId: factId, size: bytes.length, created: known === undefined },
    });
    return getSession(context, id);
  },
);

/** A photo with its bytes; that it was looked at stays on record. Throws `not_found`. */
export const getPhoto = useCase<{ id: string }, Picture>(
  "tests.photo",
  async ({ tx, audit, cipher }, { id }) => {
    const [row] = await tx
      .select()
      .from(attachment)
      .where(
        and(eq(attachment.id, id), eq(attachment.subjectType, "testSession"), isNull(attachment.annulledAt)),
      );
    if (row === undefined) throw new ProblemError("not_found");
    audit({
      action: "tests.photo",
      subjectType: "testSession",
      subjectId: row.subjectId,
      change: { attachmentId: id },
    });
    return {
      name: row.name,
      mediaType: row.mediaType,
      bytes: Buffer.from(cipher.decrypt(row.contentCipher), "base64"),
    };
  },
);
