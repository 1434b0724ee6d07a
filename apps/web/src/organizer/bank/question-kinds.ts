export { questionKinds } from '#lib/contracts';
