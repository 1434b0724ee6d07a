export function EntryExplanationPage() { return null; }
export function PublicExplanationPage() { return null; }
