/** What runs on in a text of HTML, on a page and in a file. */

/** Elements whose text does not run on into what follows. */
export const BLOCKS =
  'address,article,aside,blockquote,br,dd,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,td,th,tr,ul';
/** Elements whose content is no text. */
export const SILENT = 'script,style,template,noscript';
