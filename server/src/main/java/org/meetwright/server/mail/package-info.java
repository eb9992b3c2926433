/// Turns the messages of the outbox into mails and sends them.
@NullMarked
package org.meetwright.server.mail;

import org.jspecify.annotations.NullMarked;
