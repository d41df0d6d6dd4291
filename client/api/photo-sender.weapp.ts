/** WeChat has the whole package at hand. */
export { sendPhoto } from './send-photo';
