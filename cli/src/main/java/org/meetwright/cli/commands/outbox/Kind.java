package org.meetwright.cli.commands.outbox;

/// The kinds of messages, as they are typed.
enum Kind {
  mail,
  confirmation,
  webhook,
  sms,
  archive
}
