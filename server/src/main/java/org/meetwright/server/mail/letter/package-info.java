/// The content of mails: words, dates and times in the reader's language and time zone.
@NullMarked
package org.meetwright.server.mail.letter;

import org.jspecify.annotations.NullMarked;
