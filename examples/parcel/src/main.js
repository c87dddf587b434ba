// Parcel takes the worker's script for one of yours: it must not follow this address.
const script = Object.assign(document.createElement('script'), { type: 'module', src: '/emotion-tag/emotion-tag.js' });
document.head.append(script);
