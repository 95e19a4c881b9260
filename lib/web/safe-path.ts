/** Where to go after signing in: a path of this site, or the dashboard for anything that a browser might read as another site. */
export const safePath = (typed: string | undefined): string => (typed && /^\/(?![/\\])[^\\\s]*$/.test(typed) && typed.length <= 500 ? typed : "/");
