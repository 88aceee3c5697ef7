import './augmentation.ts';
