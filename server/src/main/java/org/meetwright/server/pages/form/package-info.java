/// What invitees type: read from the request, kept for showing it again, checked.
@NullMarked
package org.meetwright.server.pages.form;

import org.jspecify.annotations.NullMarked;
