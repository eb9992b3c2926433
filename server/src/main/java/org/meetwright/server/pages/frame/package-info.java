/// The frame of each page: head, languages, colours, footer.
@NullMarked
package org.meetwright.server.pages.frame;

import org.jspecify.annotations.NullMarked;
