import { cassetteDefaults } from 'msw-cassette'

cassetteDefaults({
  redact: { patterns: [/acct_\w+/] },
  hooks: {
    beforeSave: ({ interaction }) =>
      interaction.response.status === 429 ? null : interaction,
  },
})
