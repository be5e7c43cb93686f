import { titles } from '../../shared/titles.zh';

export default definePageConfig({ navigationBarTitleText: titles.cropPhoto });
