const second = 1_000;
const two = (n: number): string => String(n).padStart(2, "0");

/** "02:14:09", from a day on "3 d 02:14:09": the length of a time in milliseconds, whole seconds, without its sign. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / second);
  const days = Math.floor(seconds / 86_400);
  const clock = `${two(Math.floor(seconds / 3_600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${days} d ${clock}` : clock;
}
