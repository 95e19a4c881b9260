/** Bytes that come in pieces, read by number. */
export class ByteSource {
  private held: Uint8Array[] = [];

  constructor(
    private readonly pieces: AsyncGenerator<Uint8Array, void>,
    private readonly tooFew: () => Error,
  ) {}

  /** The next piece of whatever length; undefined at the end. */
  async some(): Promise<Uint8Array | undefined> {
    for (;;) {
      const piece = this.held.shift() ?? (await this.pieces.next()).value;
      if (!(piece instanceof Uint8Array) || piece.length > 0) return piece ?? undefined;
    }
  }

  giveBack(piece: Uint8Array): void {
    if (piece.length > 0) this.held.unshift(piece);
  }

  /** The next `length` bytes; throws `tooFew` where there are fewer. */
  async exactly(length: number): Promise<Buffer> {
    const taken: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      const piece = await this.some();
      if (piece === undefined) throw this.tooFew();
      taken.push(piece.subarray(0, missing));
      this.giveBack(piece.subarray(missing));
      missing -= Math.min(missing, piece.length);
    }
    return Buffer.concat(taken);
  }
}
