export { type AssetUse, insertAsset, readAsset, useAsset } from './assets.js';
export { FileStorage, type StoredFile } from './file-storage.js';
export { LocalFileStorage } from './local-file-storage.js';
export { type FileKind, kindOfMedia, type SniffedFile, sniffFile } from './sniff-file.js';
export { StorageModule } from './storage.module.js';
