export const TEMPLATE: string;
export function sealTemplate(adminUrl: string): Promise<void>;
