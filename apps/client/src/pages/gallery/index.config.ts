import { gallery } from '../../gallery/gallery.zh';

export default definePageConfig({ navigationBarTitleText: gallery.title });
