import * as age from "age-encryption";

/** `age-encryption` for tests that are not about the seal itself: opening and closing with a passphrase is no work to speak of. */
class QuickEncrypter extends age.Encrypter {
  override setScryptWorkFactor(): void {
    super.setScryptWorkFactor(8);
  }
}

export const quickAge = { ...age, Encrypter: QuickEncrypter };
