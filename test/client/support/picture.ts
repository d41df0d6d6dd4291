/** Where a picture would be. */
export default '/picture.png';
