package org.needscape.render;

/** Builds the text of a page: elements with attributes, everything escaped. What others wrote can end up as text only, never as markup. */
public final class HtmlText {

    private final StringBuilder text = new StringBuilder();

    /** Opens an element; attributes are names and values in turn. */
    public HtmlText open(String name, String... attributes) {
        text.append('<').append(name);
        for (int k = 0; k < attributes.length; k += 2) {
            text.append(' ')
                    .append(attributes[k])
                    .append("=\"")
                    .append(SvgText.escape(attributes[k + 1]))
                    .append('"');
        }
        text.append('>');
        return this;
    }

    /** Closes the element opened last under this name. */
    public HtmlText close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /** An element that holds a text. */
    public HtmlText leaf(String name, String content, String... attributes) {
        return open(name, attributes).write(content).close(name);
    }

    /** A text. */
    public HtmlText write(String content) {
        text.append(SvgText.escape(content));
        return this;
    }

    /** Markup that this program made itself, such as a chart or the style sheet of the page. */
    public HtmlText raw(String markup) {
        text.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
