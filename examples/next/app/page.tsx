import Mood from './mood';
export default function Page() {
  return (
    <p>
      <Mood />
    </p>
  );
}
