/** Milliseconds of an ISO duration in hours, minutes and seconds, such as `PT52H15M`. */
export function isoMilliseconds(duration: string): number {
  const [, h = "0", m = "0", s = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000;
}
