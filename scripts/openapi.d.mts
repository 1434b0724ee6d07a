export function schemasText(): string;
export function descriptionText(description: object): string;
export function typesText(description: object): Promise<string>;
export function committed(): { schemas: string; description: string; types: string };
