/// Reading, checking and showing again what invitees type.
@NullMarked
package org.meetwright.server.pages.form;

import org.jspecify.annotations.NullMarked;
