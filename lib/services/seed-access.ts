import "server-only";
import { commandLine } from "@/lib/model/actors";
import { AppError } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import type { SeedFixture } from "@/lib/model/seed-fixture";
import { getPlaces } from "./organisation";
import { SeedProblem } from "./seed";
import { endOwnSessions } from "./sessions";
import { completeSetup, isSetUp, issueSetupToken } from "./setup";
import { acceptInvitation, getAdministration, invite, recordTeam } from "./users";

/** The organisation, teams and users of a fixture, made as people make them: by the set-up link and by invitations. Answers who records what. */
export async function seedAccess(fixture: SeedFixture): Promise<(login: string | null) => Actor> {
  if (fixture.organisation) await setUp(fixture, fixture.organisation);
  else if (!(await isSetUp())) throw problem("organisation", "required on an empty installation");
  const clerk = await clerkOf();
  for (const { name } of fixture.teams) await recordTeam(clerk, { name });
  const administration = await getAdministration(await clerkOf());
  for (const [at, user] of fixture.users.entries()) {
    if (fixture.organisation && at === 0) continue;
    const team = user.team === "" ? administration.teams.find(({ id }) => id === clerk.teamIds[0]) : administration.teams.find(({ name }) => name === user.team);
    if (!team) throw problem(`users[${at}].team`, `no such team: ${user.team}`);
    await addUser(clerk, user, team.id, `users[${at}]`);
  }
  return recorders(fixture);
}

const problem = (path: string, reason: string) => new SeedProblem("users", new AppError("invalid", { problems: { [path]: { code: reason } } }));

async function setUp(fixture: SeedFixture, { name, locale, place }: NonNullable<SeedFixture["organisation"]>): Promise<void> {
  const token = await issueSetupToken();
  if (token === undefined) throw problem("organisation", "this installation already has one");
  const [first] = fixture.users;
  if (first?.role !== "admin") throw problem("[0].role", "the first user must be an administrator");
  const placeId = (await getPlaces()).find(({ code }) => code === place)?.id;
  if (placeId === undefined) throw problem("organisation.place", `no place has the code ${place}`);
  const { actor } = await completeSetup({ token, organisation: name, locale, placeId, name: first.name, login: first.login, password: first.password, sample: "none" }, "seed");
  await endOwnSessions(actor, "others");
}

async function addUser(clerk: Actor, { login, name, password, locale, role }: SeedFixture["users"][number], teamId: string, path: string): Promise<void> {
  const { token } = await invite(clerk, { name, role, teamId });
  try {
    await acceptInvitation({ token, name, login, password, locale }, "seed");
  } catch (error) {
    throw error instanceof AppError ? new SeedProblem(path, error) : error;
  }
  const user = (await getAdministration(clerk)).users.find((each) => each.login === login.toLowerCase());
  if (user) await endOwnSessions({ ...clerk, userId: user.id }, "others");
}

/** The command line; what it records belongs to the team of an administrator. */
export async function clerkOf(): Promise<Actor> {
  const { teams, users } = await getAdministration(commandLine([]));
  const own = users.find(({ role, active, teamId }) => role === "admin" && active && teamId !== null)?.teamId;
  const all = teams.map(({ id }) => id);
  return commandLine(own ? [own, ...all.filter((id) => id !== own)] : all);
}

async function recorders(fixture: SeedFixture): Promise<(login: string | null) => Actor> {
  const clerk = await clerkOf();
  const { users } = await getAdministration(clerk);
  const first = fixture.users.find(({ role }) => role !== "viewer")?.login ?? null;
  return (login) => {
    const wanted = login ?? first;
    const user = users.find((each) => each.login === wanted?.toLowerCase());
    if (wanted !== null && !user) throw new AppError("invalid", { problems: { by: { code: `no such user: ${wanted}` } } });
    return user ? { userId: user.id, name: user.name, role: user.role, teamIds: user.teamId === null ? [] : [user.teamId], sessionHash: null } : clerk;
  };
}
