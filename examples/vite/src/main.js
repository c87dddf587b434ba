import 'emotion-tag/define';
