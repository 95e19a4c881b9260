import { createHash, randomBytes } from "node:crypto";
import { readFileSync, utimesSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { asc, eq } from "drizzle-orm";
import { auditEntries, files, sources } from "@/db/schema";
import type { Store } from "@/db/store";
import { PART, type FileSubject } from "@/lib/model/file";
import { getFileHistory } from "@/lib/services/audit";
import { openOriginal, openPreview } from "@/lib/services/file-custody";
import { receiveForm } from "@/lib/services/file-form";
import { sweepUploads } from "@/lib/services/file-sweep";
import { beginUpload, cancelUpload, finishUpload, getUpload, receivePart } from "@/lib/services/file-uploads";
import { describeFile, getFileList, getFilePage, getFilesOf, linkFile, withdrawFile } from "@/lib/services/files";
import { paced } from "@/lib/services/upload-pace";
import { recordSource, updateSource } from "@/lib/services/sources";
import { evidenceNames, originalPath, partPath } from "@/lib/vault/evidence-folder";
import { bodyOf, sent } from "../support/files";
import { aCase } from "../support/records";
import { sourceValues } from "../support/matrix-records";
import { admin, freshWorld, monitor, viewer } from "../support/world";

let store: Store;
let subject: FileSubject;
beforeEach(async () => {
  store = await freshWorld();
  subject = { type: "case", id: await aCase() };
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const code = (promise: Promise<unknown>) => promise.then(() => "done", (error: { code?: string }) => error.code ?? String(error));
const actions = async (id: string) => (await store.read.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(asc(auditEntries.seq))).map(({ action }) => action);

async function original(id: string): Promise<Buffer> {
  const { sealed } = await openOriginal(monitor, id);
  const bytes = await sealed.read(0, sealed.size);
  await sealed.close();
  return bytes;
}

describe("an upload", () => {
  it("is kept byte for byte, with its SHA-256 and size in the chain, sealed on the disk under a name that says nothing", async () => {
    const bytes = Buffer.from("Свидетель видел троих в форме.\n".repeat(50_000));
    const { fileId, sha256: found, verdict } = await sent(monitor, { subject, name: "рассказ.txt", bytes });
    expect({ found, verdict }).toEqual({ found: sha256(bytes), verdict: "kept" });
    expect((await original(fileId)).equals(bytes)).toBe(true);
    expect(readFileSync(originalPath(fileId)).includes("Свидетель")).toBe(false);
    expect((await evidenceNames()).join()).not.toContain("рассказ");
    const { lines } = await getFileHistory(monitor, fileId);
    const receipt = lines.find(({ action }) => action === "file.received");
    expect(receipt?.changes).toEqual(expect.arrayContaining([{ field: "sha256", before: null, after: sha256(bytes) }, { field: "size", before: null, after: String(bytes.length) }]));
  });

  it("goes on where it broke off, after the page and the server were gone", async () => {
    const bytes = randomBytes(PART + PART + 123_456);
    const begun = await beginUpload(monitor, { name: "film.bin", size: bytes.length, subject, isProtected: false });
    await receivePart(monitor, begun.fileId, { offset: 0, length: PART, sha256: sha256(bytes.subarray(0, PART)) }, bodyOf(bytes.subarray(0, PART)));
    const broken = bodyOf(bytes.subarray(PART, PART + 3_000_000));
    expect(await code(receivePart(monitor, begun.fileId, { offset: PART, length: PART, sha256: null }, broken))).toBe("wrong_length");
    const again = await beginUpload(monitor, { name: "film.bin", size: bytes.length, subject, isProtected: false });
    expect(again).toEqual({ fileId: begun.fileId, received: PART, part: PART });
    expect((await getUpload(monitor, begun.fileId)).parts).toEqual([sha256(bytes.subarray(0, PART))]);
    expect(await code(finishUpload(monitor, begun.fileId))).toBe("wrong_place");
    for (const at of [PART, 2 * PART]) await receivePart(monitor, begun.fileId, { offset: at, length: Math.min(PART, bytes.length - at), sha256: null }, bodyOf(bytes.subarray(at, at + PART)));
    await finishUpload(monitor, begun.fileId, sha256(bytes));
    expect((await original(begun.fileId)).equals(bytes)).toBe(true);
    // A finish whose answer was lost is asked for again.
    expect((await finishUpload(monitor, begun.fileId, sha256(bytes))).sha256).toBe(sha256(bytes));
    expect((await actions(begun.fileId)).filter((action) => action === "file.received")).toHaveLength(1);
  });

  it("refuses what is too large, empty, a program by name or by content, or not what was announced, and keeps nothing", async () => {
    const before = (await evidenceNames()).length;
    const begin = (name: string, size: number) => beginUpload(monitor, { name, size, subject, isProtected: false });
    expect(await code(begin("big.mp4", 201 * 1024 * 1024))).toBe("too_large");
    expect(await code(begin("nothing.txt", 0))).toBe("empty");
    expect(await code(begin("photo.jpg.exe", 10))).toBe("program");
    expect(await code(sent(monitor, { subject, name: "photo.jpg", bytes: Buffer.from("MZ\u0090 a program") }))).toBe("program");
    const { fileId } = await begin("a.txt", 5);
    const part = { offset: 0, length: 5, sha256: null };
    expect(await code(receivePart(monitor, fileId, part, bodyOf(Buffer.from("abcdef"))))).toBe("too_large");
    expect(await code(receivePart(monitor, fileId, part, bodyOf(Buffer.from("abcd"))))).toBe("wrong_length");
    expect(await code(receivePart(monitor, fileId, { ...part, sha256: "0".repeat(64) }, bodyOf(Buffer.from("abcde"))))).toBe("wrong_hash");
    expect(await code(receivePart(monitor, fileId, { ...part, offset: 1, length: 4 }, bodyOf(Buffer.from("bcde"))))).toBe("wrong_place");
    expect(await code(receivePart(monitor, fileId, { ...part, length: PART + 1 }, null))).toBe("too_large");
    await receivePart(monitor, fileId, part, bodyOf(Buffer.from("abcde")));
    expect(await code(finishUpload(monitor, fileId, "0".repeat(64)))).toBe("wrong_hash");
    expect((await evidenceNames()).length).toBe(before);
    expect((await getFilesOf(monitor, subject)).items).toEqual([]);
  });

  it("is not waited for when it only trickles", async () => {
    const trickle = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(new Uint8Array(1));
      },
    });
    const drain = async (body: ReadableStream<Uint8Array>, silence: number) => {
      for await (const _ of paced(body, 1_000_000, { silence, grace: 60, bytesPerSecond: 10_000 })) continue;
    };
    expect(await code(drain(trickle, 1000))).toBe("too_slow");
    expect(await code(drain(new ReadableStream({ pull: () => new Promise(() => undefined) }), 50))).toBe("too_slow");
  });

  it("can be given up, and is given up when nobody goes on with it for a week", async () => {
    const begin = async (name: string) => {
      const { fileId } = await beginUpload(monitor, { name, size: 2_000_000, subject, isProtected: false });
      await receivePart(monitor, fileId, { offset: 0, length: 1_048_576, sha256: null }, bodyOf(randomBytes(1_048_576)));
      return fileId;
    };
    const [one, two] = [await begin("one.bin"), await begin("two.bin")];
    await cancelUpload(monitor, one);
    const weekAgo = Date.now() - 8 * 86_400_000;
    await store.write((tx) => tx.update(files).set({ updatedAt: weekAgo }).where(eq(files.id, two)));
    await sweepUploads(true);
    // A part came today, however long ago it was begun.
    expect((await getUpload(monitor, two)).state).toBe("uploading");
    utimesSync(partPath(two), weekAgo / 1000, weekAgo / 1000);
    await sweepUploads(true);
    expect(await evidenceNames()).not.toEqual(expect.arrayContaining([`${one}.part`]));
    expect(await evidenceNames()).not.toEqual(expect.arrayContaining([`${two}.part`]));
    expect([await actions(one), await actions(two)]).toEqual([["file.begun", "file.abandoned"], ["file.begun", "file.abandoned"]]);
  });

  it("comes from a plain form too, of whatever length", async () => {
    for (const size of [1, 1_048_576, 9_000_001]) {
      const bytes = randomBytes(size);
      const { fileId } = await receiveForm(monitor, { subject, name: `plain-${size}.bin`, isProtected: false }, bodyOf(bytes));
      expect((await original(fileId)).equals(bytes)).toBe(true);
    }
    expect(await code(receiveForm(monitor, { subject, name: "empty.txt", isProtected: false }, bodyOf(Buffer.alloc(0))))).toBe("empty");
    expect((await evidenceNames()).filter((name) => name.includes("form-"))).toEqual([]);
  });
});

describe("custody", () => {
  it("tells of every look and every download, in order, and of who it was", async () => {
    const { fileId } = await sent(monitor, { subject, name: "a.txt", bytes: Buffer.from("text") });
    await (await openOriginal(viewer, fileId)).sealed.close();
    await (await openOriginal(admin, fileId)).sealed.close();
    expect(await code(openPreview(viewer, fileId))).toBe("not_found");
    const other = await recordSource(monitor, sourceValues);
    await linkFile(monitor, { fileId, record: `http://127.0.0.1:3000/sources/${other.sourceId}` });
    await describeFile(monitor, { fileId, description: "Фото из отделения" }, { version: 2 });
    await withdrawFile(monitor, { fileId, reason: "wrong person" });
    expect(await actions(fileId)).toEqual(["file.begun", "file.received", "file.downloaded", "file.downloaded", "file.linked", "file.described", "file.withdrawn"]);
    const page = await getFilePage(viewer, fileId);
    expect(page.custody.lines.filter(({ action }) => action === "file.downloaded").map(({ actorName }) => actorName)).toEqual(["admin", "viewer"]);
    expect(page.uses.map(({ type }) => type)).toEqual(["case", "source"]);
    expect(page.file.withdrawn).toBe("wrong person");
    expect((await getFilesOf(monitor, { type: "source", id: other.sourceId })).items).toHaveLength(1);
    expect((await getFileList(monitor, { q: "отделен" })).items).toHaveLength(1);
    expect((await getFileList(monitor, { q: page.file.sha256 })).items).toHaveLength(1);
    expect((await getFileList(monitor, { kind: "image" })).items).toHaveLength(0);
    expect((await getFileList(monitor, { subject: "event" })).items).toHaveLength(0);
  });

  it("does not link to a record that is not there or already linked", async () => {
    const { fileId } = await sent(monitor, { subject, name: "a.txt", bytes: Buffer.from("text") });
    const problem = (record: string) => linkFile(monitor, { fileId, record }).then(() => "done", (error: { detail: { problems: { record: { code: string } } } }) => error.detail.problems.record.code);
    expect(await problem("/cases/none")).toBe("record_unknown");
    expect(await problem("ALA-2019-9999")).toBe("record_unknown");
    expect(await problem(`/cases/${subject.id}`)).toBe("record_linked");
  });

  it("keeps a protected file from those who may not see protected sources", async () => {
    const { sourceId } = await recordSource(monitor, sourceValues);
    await store.write((tx) => tx.update(sources).set({ confidentiality: "protected" }).where(eq(sources.id, sourceId)));
    const { fileId } = await sent(admin, { subject: { type: "source", id: sourceId }, name: "a.txt", bytes: Buffer.from("text") });
    for (const reading of [getFilePage(viewer, fileId), openOriginal(viewer, fileId), getFileHistory(viewer, fileId)]) expect(await code(reading)).toBe("not_found");
    expect((await getFileList(viewer, {})).items).toEqual([]);
    expect((await getFileList(admin, {})).items).toHaveLength(1);
  });

  it("keeps what was open from them as soon as its source is protected, or it is linked to one that is", async () => {
    const { sourceId } = await recordSource(monitor, sourceValues);
    const { fileId } = await sent(monitor, { subject: { type: "source", id: sourceId }, name: "a.txt", bytes: Buffer.from("text") });
    const { fileId: other } = await sent(monitor, { subject, name: "b.txt", bytes: Buffer.from("more") });
    expect((await getFileList(viewer, {})).items).toHaveLength(2);
    await updateSource(monitor, { ...sourceValues, confidentiality: "protected", sourceId }, { version: 1 });
    expect(await code(openOriginal(viewer, fileId))).toBe("not_found");
    await linkFile(monitor, { fileId: other, record: `/sources/${sourceId}` });
    expect(await code(openOriginal(viewer, other))).toBe("not_found");
    expect((await getFileList(viewer, {})).items).toEqual([]);
    expect((await getFileList(monitor, {})).items).toHaveLength(2);
  });
});
