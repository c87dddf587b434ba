declare module 'core-js/actual/json/*';
