/** `npm run club`, for a measured process, which has no arguments. */
process.argv[2] = 'club';
void import('../../../../bff/systems/start-alone');
