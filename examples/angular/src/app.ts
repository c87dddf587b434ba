import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <textarea aria-label="Text" (input)="text.set($any($event.target).value)"></textarea>
    <emotion-tag [attr.text]="text()" view="bars" (emotion-change)="label.set($any($event).label)"></emotion-tag>
    <output>{{ label() }}</output>
  `,
})
export class App {
  text = signal('I am so happy that you came!');
  label = signal<string | null>(null);
}
