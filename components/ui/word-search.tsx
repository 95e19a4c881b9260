type Props = { label: string; placeholder: string; submit: string; query: string | undefined };

/** Finds by words of a list; a plain address, so it can be sent and works without JavaScript. */
export function WordSearch({ label, placeholder, submit, query }: Props) {
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={query} method="get" role="search" aria-label={label} className="flex max-w-xl flex-wrap items-stretch gap-2">
      <input
        type="search"
        name="q"
        defaultValue={query}
        maxLength={200}
        autoComplete="off"
        aria-label={label}
        placeholder={placeholder}
        className="input min-w-0 flex-1"
        data-testid="field-q"
      />
      <button className="button button-secondary" data-testid="action-search">
        {submit}
      </button>
    </form>
  );
}
