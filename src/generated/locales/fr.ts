// Written by scripts/gen-messages.ts from locales/*.json. Do not edit: run `npm run gen`.
import type { LocaleCatalog } from '../messages.js';

/** Messages in `fr`. */
export const fr: LocaleCatalog = {
  locale: 'fr',
  messages: {
    'action.cancel': 'Annuler',
    'action.choose': 'Choisir une option',
    'action.chooseDate': 'Choisir une date',
    'action.confirm': 'Confirmer',
    'action.confirmText': 'Cette action prend effet immédiatement.',
    'action.confirmTitle': 'Voulez-vous vraiment continuer ?',
    'action.more': 'Autres actions',
    'alert.actionRequired': 'Action requise',
    'alert.component': 'Composant',
    'alert.dashboard': 'Tableau de bord',
    'alert.ended': 'Fin',
    'alert.environment': 'Environnement',
    'alert.labels': 'Étiquettes',
    'alert.lasted': 'Durée',
    'alert.metrics': 'Métriques',
    'alert.occurrences': 'Nombre d’occurrences',
    'alert.omittedBySource': [
      [
        6,
        'count',
        {
          one: ['La source a omis ', [7], ' alerte supplémentaire de ce groupe.'],
          many: ['La source a omis ', [7], ' d’alertes supplémentaires de ce groupe.'],
          other: ['La source a omis ', [7], ' alertes supplémentaires de ce groupe.'],
        },
      ],
    ],
    'alert.runbook': 'Procédure',
    'alert.severity': 'Gravité',
    'alert.source': 'Source',
    'alert.started': 'Début',
    'alert.status': 'Statut',
    'alert.summary.acknowledged': ['Pris en charge (', [1, 'severity'], ') : ', [1, 'title']],
    'alert.summary.at': [[1, 'summary'], ' (', [1, 'source'], ', ', [1, 'time'], ')'],
    'alert.summary.firing': [[1, 'severity'], ' : ', [1, 'title']],
    'alert.summary.resolved': ['Résolu (', [1, 'severity'], ') : ', [1, 'title']],
    'alert.tenants': 'Clients concernés',
    'alert.untitled': 'Alerte sans titre',
    'assessment.bad': 'à surveiller',
    'assessment.good': 'bon',
    'chart.label': ['Graphique : ', [1, 'title']],
    'email.byline': [[1, 'source'], ', ', [1, 'time']],
    'email.detailsAttached': [
      'Ce message présente l’essentiel. L’intégralité se trouve dans le fichier joint ',
      [1, 'name'],
      '.',
    ],
    'email.detailsName': 'détails',
    'email.preheader': [[1, 'byline'], ' : ', [1, 'excerpt']],
    'email.timeZone': ['Les heures sont indiquées dans le fuseau horaire ', [1, 'timeZone'], '.'],
    'email.unsubscribe': 'Se désabonner de ces messages',
    'kpi.change': ['variation de ', [1, 'value']],
    'kpi.previous': ['auparavant ', [1, 'value']],
    'kpi.target': ['objectif ', [1, 'value']],
    'kpi.threshold': ['seuil ', [1, 'value']],
    'media.audio': 'Audio',
    'media.image': 'Image',
    'media.video': 'Vidéo',
    'overflow.actions': [
      [
        6,
        'count',
        {
          one: [[7], ' action supplémentaire n’est pas affichée'],
          many: [[7], ' d’actions supplémentaires ne sont pas affichées'],
          other: [[7], ' actions supplémentaires ne sont pas affichées'],
        },
      ],
    ],
    'overflow.blocks': [
      [
        6,
        'count',
        {
          one: [[7], ' section supplémentaire n’est pas affichée'],
          many: [[7], ' de sections supplémentaires ne sont pas affichées'],
          other: [[7], ' sections supplémentaires ne sont pas affichées'],
        },
      ],
    ],
    'overflow.characters': [
      [
        6,
        'count',
        {
          one: [[7], ' caractère supplémentaire n’est pas affiché'],
          many: [[7], ' de caractères supplémentaires ne sont pas affichés'],
          other: [[7], ' caractères supplémentaires ne sont pas affichés'],
        },
      ],
    ],
    'overflow.facts': [
      [
        6,
        'count',
        {
          one: [[7], ' entrée supplémentaire n’est pas affichée'],
          many: [[7], ' d’entrées supplémentaires ne sont pas affichées'],
          other: [[7], ' entrées supplémentaires ne sont pas affichées'],
        },
      ],
    ],
    'overflow.images': [
      [
        6,
        'count',
        {
          one: [[7], ' image supplémentaire n’est pas affichée'],
          many: [[7], ' d’images supplémentaires ne sont pas affichées'],
          other: [[7], ' images supplémentaires ne sont pas affichées'],
        },
      ],
    ],
    'overflow.items': [
      [
        6,
        'count',
        {
          one: [[7], ' élément supplémentaire n’est pas affiché'],
          many: [[7], ' d’éléments supplémentaires ne sont pas affichés'],
          other: [[7], ' éléments supplémentaires ne sont pas affichés'],
        },
      ],
    ],
    'overflow.part': ['Partie ', [2, 'index'], ' sur ', [2, 'total']],
    'overflow.rows': [
      [
        6,
        'count',
        {
          one: [[7], ' ligne de tableau supplémentaire n’est pas affichée'],
          many: [[7], ' de lignes de tableau supplémentaires ne sont pas affichées'],
          other: [[7], ' lignes de tableau supplémentaires ne sont pas affichées'],
        },
      ],
    ],
    'severity.critical': 'Critique',
    'severity.error': 'Erreur',
    'severity.info': 'Information',
    'severity.warning': 'Avertissement',
    'sms.optOut': 'Répondez STOP pour vous désabonner',
    'sms.origin': [[1, 'source'], ', ', [1, 'time']],
    'sms.part': ['(', [2, 'index'], '/', [2, 'total'], ')'],
    'sms.reply': ['Répondez ', [1, 'code'], ' : ', [1, 'label']],
    'status.acknowledged': 'Pris en charge',
    'status.firing': 'En cours',
    'status.resolved': 'Résolu',
    'text.empty': '(vide)',
    'text.labelled': [[1, 'label'], ' : ', [1, 'value']],
    'text.pair': [[1, 'first'], ' – ', [1, 'second']],
    'trend.down': 'en baisse',
    'trend.flat': 'stable',
    'trend.up': 'en hausse',
  },
};
