import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { worksOffline } from './opening/offline';
import { followTextSize } from './ui/textScale.svelte';
import { applyTheme } from './ui/theme.svelte';
import { trustTextAlone } from './ui/trusted';

trustTextAlone();
applyTheme();
followTextSize();
mount(App, { target: document.getElementById('app') ?? document.body });
worksOffline();
