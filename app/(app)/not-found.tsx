import { NotFoundNotice } from "@/components/access/not-found-notice";

/** The same answer inside the navigation. */
export default function NotFound() {
  return <NotFoundNotice />;
}
