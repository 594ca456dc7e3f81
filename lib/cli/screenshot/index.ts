export { type PictureJob, pictureJobs, type PictureWish } from './picture-jobs.ts';
export { type TakenPicture, takePictures } from './take-pictures.ts';
