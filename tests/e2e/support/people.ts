/** An installation with one user of each role, for browser tests that do not start at set-up. */
export const PASSWORD = "seven quiet horses";
export const staff = (locale = "en") => ({
  organisation: { name: "Erkin", locale, place: "ALA" },
  teams: [{ name: "Other" }],
  users: [
    { login: "dana", name: "Дана Сынақ", role: "admin", password: PASSWORD, locale },
    { login: "marat", name: "Марат Сынақ", role: "monitor", password: PASSWORD, locale },
    { login: "vera", name: "Вера Сынақ", role: "viewer", password: PASSWORD, locale },
    { login: "other", name: "Өзге Сынақ", role: "monitor", password: PASSWORD, locale, team: "Other" },
  ],
});
