import { CannotStrip, inOrder, type Bytes, type Patch, type Stripped } from "./media-bytes";
import { boxesIn, MOST_BOXES, type Box } from "./mp4-boxes";
import { metadataSamples } from "./mp4-samples";

/** What a player needs, by the box that holds it; whatever else stands there is overwritten with an empty box of the same length. */
const needed: Record<string, readonly string[]> = {
  "": ["ftyp", "moov", "mdat", "moof", "sidx", "mfra", "styp", "wide"],
  moov: ["mvhd", "trak", "mvex"],
  mvex: ["mehd", "trex"],
  moof: ["mfhd", "traf"],
  traf: ["tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs"],
  trak: ["tkhd", "edts", "mdia", "tapt"],
  mdia: ["mdhd", "hdlr", "minf"],
  minf: ["vmhd", "smhd", "hdlr", "dinf", "stbl"],
  stbl: ["stsd", "stts", "ctts", "stss", "stsc", "stsz", "stz2", "stco", "co64", "sdtp", "sbgp", "sgpd", "cslg", "stps"],
};

/** Overwrites titles, places, devices, dates and tracks that are neither sound nor picture. */
export async function stripMp4(bytes: Bytes): Promise<Stripped> {
  const found = { patches: [] as Patch[], boxes: 0, samples: [] as Patch[], fragments: false, tracks: 0 };

  const within = async (parent: string, from: number, to: number): Promise<void> => {
    for (const box of await boxesIn(bytes, from, to)) {
      if (++found.boxes > MOST_BOXES) throw new CannotStrip("too many boxes");
      if (!needed[parent]?.includes(box.type)) found.patches.push(...blanked(box));
      else if (box.type === "trak") await track(box);
      else if (needed[box.type]) await within(box.type, box.begin, box.end);
      else found.patches.push(...(await cleaned(bytes, box)));
      if (box.type === "moof") found.fragments = true;
    }
  };
  const track = async (box: Box): Promise<void> => {
    const handler = await handlerOf(bytes, box);
    if (handler === "vide" || handler === "soun") {
      found.tracks++;
      return within("trak", box.begin, box.end);
    }
    found.samples.push(...(await metadataSamples(bytes, box)));
    found.patches.push(...blanked(box));
  };

  await within("", 0, bytes.size);
  if (found.tracks === 0) throw new CannotStrip("neither sound nor picture");
  if (found.fragments && found.samples.length > 0) throw new CannotStrip("further tracks in fragments");
  return { from: 0, to: bytes.size, patches: inOrder([...found.patches, ...found.samples]) };
}

const blanked = (box: Box): Patch[] => [{ at: box.at + 4, length: 4, bytes: Buffer.from("free", "latin1") }, { at: box.begin, length: box.end - box.begin }];

async function handlerOf(bytes: Bytes, trak: Box): Promise<string> {
  const [mdia] = (await boxesIn(bytes, trak.begin, trak.end)).filter(({ type }) => type === "mdia");
  const [hdlr] = mdia ? (await boxesIn(bytes, mdia.begin, mdia.end)).filter(({ type }) => type === "hdlr") : [];
  return hdlr ? Buffer.from(await bytes.read(hdlr.begin + 8, hdlr.begin + 12)).toString("latin1") : "";
}

/** What is told inside a box that is needed: when it was made, by what. */
async function cleaned(bytes: Bytes, box: Box): Promise<Patch[]> {
  const { type, begin, end } = box;
  if (type === "mvhd" || type === "tkhd" || type === "mdhd") {
    const [version] = await bytes.read(begin, begin + 1);
    return [{ at: begin + 4, length: Math.min(end - begin - 4, version === 1 ? 16 : 8) }];
  }
  // The maker's codes and the handler's name.
  if (type === "hdlr") return end - begin > 12 ? [{ at: begin + 12, length: end - begin - 12 }] : [];
  if (type !== "stsd" || end - begin < 8) return [];
  const entries = await boxesIn(bytes, begin + 8, end);
  return (await Promise.all(entries.map((entry) => cleanedEntry(bytes, entry)))).flat();
}

const PICTURES = /^(avc[1-4]|hvc1|hev1|mp4v|av01|vp0[89]|jpeg|s263|encv|dvh1|dvhe|ap[a-z0-9]{2})$/;

/** The name of the program that made the pictures, and boxes beside the codec's own that hold something else. */
async function cleanedEntry(bytes: Bytes, { type, at, end }: Box): Promise<Patch[]> {
  if (!PICTURES.test(type) || end - at < 86) return [];
  const patches: Patch[] = [{ at: at + 20, length: 4 }, { at: at + 50, length: 32 }];
  for (const box of await boxesIn(bytes, at + 86, end)) if (["udta", "meta", "uuid"].includes(box.type)) patches.push(...blanked(box));
  return patches;
}
