import Database from "better-sqlite3";
import Link from "next/link";

export const dynamic = "force-dynamic";

type Row = { id: string; reference: string; name: string; place: string; held_at: string | null; state: string; seized_text: string | null; term_text: string | null; expected_from: number | null; expected_to: number | null };

const slot = globalThis as typeof globalThis & { floor?: Database.Statement<[], Row> };

/** The least that Next can do for a page of fifty cases: one indexed query, one table, no session, no words, no client code. */
export default function Page() {
  slot.floor ??= new Database(process.env.FLOOR_FILE, { readonly: true }).prepare(process.env.FLOOR_SQL ?? "");
  return (
    <table>
      <tbody>
        {slot.floor.all().map((row) => (
          <tr key={row.id}>
            <td>
              <Link href={`/cases/${row.id}`} prefetch={false}>
                {row.reference}
              </Link>
            </td>
            <td>{row.name}</td>
            <td>{row.place}</td>
            <td>{row.held_at}</td>
            <td>{row.state}</td>
            <td>{row.seized_text}</td>
            <td>{row.term_text}</td>
            <td>{row.expected_from && new Date(row.expected_from).toISOString()}</td>
            <td>{row.expected_to && new Date(row.expected_to).toISOString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
