/** Names of the people a launch mentions, by user id. */
export type People = Readonly<Record<string, { name: string; email: string }>>;

/** A person's name, or `absent` for one who is no longer known. */
export const nameOf = (id: string | null, people: People, absent: string): string => (id === null ? absent : (people[id]?.name ?? absent));
