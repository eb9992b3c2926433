/// The pages on which invitees book, move and cancel.
@NullMarked
package org.meetwright.server.pages;

import org.jspecify.annotations.NullMarked;
