// Before anything is painted: the page that the address names, else another would flash up. `src/app/routes.ts` goes on from here.
document.documentElement.dataset.page = /^#(journal|files|model|embed|about)(?=$|\?)/.exec(location.hash)?.[1] ?? 'write';

// So do the colours and the language that somebody has chosen. Another language than English hides the page until its words are here.
{
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // this browser keeps nothing
    }
  };
  const { dataset } = document.documentElement;
  const theme = kept('emotion-tag-theme');
  if (theme) dataset.theme = theme;
  const known = ['en', 'de', 'es', 'fr', 'pt', 'ja', 'ar'];
  const wanted = [kept('emotion-tag-language'), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  const language = wanted.find((tag) => known.includes(tag)) ?? 'en';
  document.documentElement.lang = language;
  if (language !== 'en') dataset.translating = '';
  // A script of the page that does not come, or is none, says nothing by itself; and nothing would show the page in another language.
  // Where this one does not come, the page says it on its own.
  addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement)) return;
      delete dataset.translating;
      dataset.failed = '';
    },
    true,
  );
}
