// `npm start`: installs what is missing and opens the app on the default dataset.
import { installDependencies, run } from './ready.mjs';

installDependencies();
// A browser is opened where there is a desktop for it; the address is printed in any case.
const open =
  process.env.CI || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) ? [] : ['--open'];
process.exit(run('npx', ['vite', ...open, ...process.argv.slice(2)]));
