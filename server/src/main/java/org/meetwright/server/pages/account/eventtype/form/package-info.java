/// The form of an event type: filled in, and read again.
@NullMarked
package org.meetwright.server.pages.account.eventtype.form;

import org.jspecify.annotations.NullMarked;
