import type { Bytes, Stripped } from "./media-bytes";
import { stripMp3 } from "./strip-mp3";
import { stripMp4 } from "./strip-mp4";
import { stripOgg } from "./strip-ogg";

/** How a recording of this type loses titles, places, devices and dates while its sound and pictures stay byte for byte; undefined for other types. */
export async function stripMedia(type: string, bytes: Bytes): Promise<Stripped | undefined> {
  if (type === "audio/mpeg") return stripMp3(bytes);
  if (type === "audio/ogg") return stripOgg(bytes);
  return type === "video/mp4" || type === "audio/mp4" ? stripMp4(bytes) : undefined;
}
