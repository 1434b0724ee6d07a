/** Minutes before the end at which the time left is read out. */
export const announcedMinutes = [10, 5, 1] as const;

/** The announcement that falls due between two looks at the clock, or null. The smallest wins, so that a device that slept says one thing only. */
export function dueAnnouncement(before: number, after: number): number | null {
  const due = announcedMinutes.filter((minutes) => before > minutes * 60_000 && after <= minutes * 60_000 && after > 0);
  return due.length > 0 ? Math.min(...due) : null;
}

/** How much of the time is left, 0–1, for the thick line. */
export function shareLeft(left: number, durationSeconds: number): number {
  return durationSeconds > 0 ? Math.min(1, Math.max(0, left / (durationSeconds * 1000))) : 0;
}
