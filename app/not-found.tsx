import { NotFoundNotice } from "@/components/access/not-found-notice";

export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-xl px-4 py-10">
      <NotFoundNotice />
    </main>
  );
}
