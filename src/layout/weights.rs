//! What each kind of evidence is worth in [`super::evidence`], as log odds: about 1 for a hint, 3 for strong
//! evidence, 6 and more for what hardly ever happens.

macro_rules! weights {
    ($($(#[$doc:meta])* $name:ident = $value:expr;)+) => {
        /// The weights, by name.
        #[derive(Clone, Debug)]
        pub struct Weights {
            $($(#[$doc])* pub $name: f32,)+
        }

        impl Weights {
            /// The weights the engine uses.
            pub const DEFAULT: Weights = Weights { $($name: $value,)+ };

            /// Every weight with its name, to be changed by who measures other values.
            pub fn each(&mut self) -> Vec<(&'static str, &mut f32)> {
                vec![$((stringify!($name), &mut self.$name),)+]
            }
        }
    };
}

weights! {
    /// A headline-first page begins with a headline.
    first_title_above = 0.7;
    /// A headline-first page begins with a body.
    first_body_above = -3.8;
    /// A body-first page begins with a headline.
    first_title_below = -6.0;
    /// A headline-first page ends with a headline.
    last_title_above = -3.4;
    /// A body-first page ends with a body.
    last_body_below = -2.9;
    /// The last article of a body-first page is whole and has no headline.
    last_article_below = -5.6;

    /// A blank line, or none, as the page uses them (times the log odds that the page itself shows).
    blank = 1.1;
    /// A mark that cannot begin a line begins the next.
    join_mark = 5.1;
    /// A bracket or quotation opened on the line is closed on the next.
    join_bracket = 3.2;
    /// A number would be cut.
    join_number = 1.5;
    /// A paragraph goes on after a letter-spaced line.
    join_justified = 3.5;
    /// The join makes a word of the lexicon.
    join_word = 2.3;
    /// A paragraph goes on after a line that ends a sentence.
    join_after_full_stop = 0.2;
    /// A paragraph goes on after a line that no column wrapped.
    join_unwrapped = -5.6;
    /// … after a line half a character short.
    join_short_1 = -0.8;
    /// … after a line one character short.
    join_short_2 = -1.2;
    /// … after a line shorter than that.
    join_short = -3.6;
    /// … after a line much shorter, besides.
    join_very_short = -2.4;

    /// A paragraph ends with a full stop.
    end_full_stop = 0.8;
    /// … with a colon.
    end_colon = -0.4;
    /// … with a semicolon.
    end_semicolon = -0.8;
    /// … with a bracket.
    end_bracket = -0.6;
    /// … with a quotation mark and no full stop.
    end_quote = -6.7;
    /// … without any mark.
    end_open = -8.5;
    /// … with a bracket open.
    end_bracket_open = -3.4;
    /// … with a quotation open.
    end_quotation_open = -1.8;
    /// … with a full line.
    end_full_line = -2.0;
    /// … on a page without gaps, where the ends of paragraphs show in nothing else.
    end_full_line_no_gaps = -1.9;
    /// … with a line half a character short.
    end_short_1 = 0.7;
    /// … with a line one character short.
    end_short_2 = 1.2;
    /// … with a line shorter than that.
    end_short = 1.5;

    /// … with a quotation mark and no full stop, where lines are not wrapped.
    end_quote_unwrapped = -4.1;

    /// A paragraph begins with an enumerator.
    start_enumerator = 0.7;
    /// A paragraph begins with a dispatch line or a speaker's turn.
    start_marked = 0.0;
    /// A salutation or a closing dispatch line is a paragraph.
    start_formula = 3.0;
    /// A paragraph begins with a word that opens paragraphs of news.
    start_opener = 2.1;
    /// … with a number.
    start_number = -0.1;
    /// … with a word that points back.
    start_continuer = 0.4;
    /// … with who speaks.
    start_said = 1.4;
    /// … with a quotation.
    start_quotation = 0.1;
    /// The paragraph above ends with a long sentence.
    start_after_long_sentence = 0.6;
    /// … with a short one.
    start_after_short_sentence = -0.4;
    /// Its first sentence is as long as those of this page are (times the log odds that the page itself shows).
    start_topic = 1.5;
    /// A paragraph begins set in, where indents show.
    start_indented = 1.9;
    /// … and not set in.
    start_not_indented = -4.0;
    /// Its first line fills a column less the first-line indent, and not the whole column.
    start_fits_set_in = 1.6;
    /// Its first line fills the whole column: no room for an indent.
    start_fits_flush = -3.4;
    /// Its first line is longer than a column less the first-line indent, and no full column either.
    start_no_room_set_in = -1.0;
    /// Its first line closes a bracket that it has not opened.
    start_closes = -3.0;
    /// It begins with the end of a word or clause: 坚。
    start_remainder = -4.3;
    /// A line within a paragraph begins with 一、 or （一）.
    continue_numbered = -2.5;
    /// … with a dash, a bullet, 第一，
    continue_marked = -2.0;
    /// … with a dispatch line.
    continue_dispatch = -5.0;
    /// … that is all of the line.
    continue_only_dispatch = -4.0;
    /// … with a note in brackets.
    continue_note = -4.3;
    /// … with a speaker's turn.
    continue_turn = -1.5;
    /// … set in, where indents show.
    continue_indented = -5.0;
    /// A paragraph begins in a few narrow lines, between wider ones, that are too few for a column.
    start_stray = 0.0;
    /// A line of running text stands out of its column.
    body_beyond_column = -3.0;

    /// A title or heading ends with a full stop.
    display_full_stop = -5.0;
    /// … with a colon.
    display_colon = -3.4;
    /// A title or heading of 27 to 36 characters.
    display_long = -1.5;
    /// … of 37 to 44 characters.
    display_very_long = -3.0;
    /// A full stop inside a title or heading.
    display_stop_inside = -5.0;
    /// Each comma after the first inside a title or heading.
    display_comma_inside = -0.6;
    /// A title or heading asks, by its words, without a question mark.
    display_asks = 1.9;
    /// A title or heading ends with a comma or dash (the next line makes up for it).
    display_clause = -5.2;
    /// A title or heading with a bracket or quotation mark that it does not close or open.
    display_bracket = -1.6;
    /// A title or heading that is a caption, a signature or a salutation by its words.
    display_formula = -5.0;
    /// A title or heading that names a kind of article or box.
    display_label = 3.9;
    /// A title or heading that names a box within an article: a heading rather.
    box_label = 2.6;
    /// A title or heading that is a line of a table or a list of results.
    display_record = -4.0;
    /// A title or heading within many short lines.
    display_within_list = -1.6;
    /// Three, two or one characters are the rest of the title or heading above (times one, two or three).
    display_remainder = 1.4;
    /// A title or heading begins with a dispatch line.
    display_dispatch = -8.0;
    /// A letter-spaced title or heading.
    display_justified = -1.5;
    /// A line of it ends with a comma and another follows.
    display_clause_goes_on = 6.1;
    /// A title or heading fills its column to the point.
    display_fills_column = -1.3;

    /// Any line is a headline.
    title = -0.7;
    /// A headline names a kind of article.
    title_label = 1.3;
    /// A headline of seven characters at most.
    title_short = -0.2;
    /// A headline of one line is longer than larger type lets it be in its column.
    title_fills_measure = -0.6;
    /// A headline begins with an enumerator.
    title_enumerator = -3.0;
    /// A headline could be a byline.
    title_byline = -2.5;
    /// A line that leads to a headline (…强调, …两会关注) is one, and no inner heading.
    title_kicker = 2.9;
    /// A headline begins with a dash right below a body.
    title_dash_first = -3.0;
    /// A main line and its sub-headline in one are a headline, and no inner heading.
    title_dash_inside = 0.9;
    /// A headline stands in the middle of a sentence.
    inset = -3.5;
    /// A headline is one of a few narrow lines, between wider ones, that are too few for a column.
    title_stray = 0.4;
    /// A headline is set in like a paragraph.
    title_indented = -4.0;
    /// … is not, where indents show.
    title_not_indented = 1.4;
    /// A headline stands out of the column.
    title_beyond_column = 2.5;
    /// A headline shares more with its own body than with its other neighbour (times the difference of shares).
    title_shared = 3.6;
    /// A headline has another line.
    title_title = 0.8;
    /// … which begins with a dash or stands in brackets.
    title_sub = 4.3;
    /// … with a gap between.
    title_gap = 1.1;
    /// A byline follows a headline.
    title_byline_below = 3.0;
    /// （上接1版） follows a headline.
    title_from = 4.2;
    /// A gap below a headline.
    title_gap_below = 1.1;
    /// None, on a page with gaps.
    title_no_gap_below = -0.3;
    /// A dispatch line follows a headline.
    title_dispatch_below = 2.8;
    /// … or a word that opens paragraphs of news.
    title_opener_below = 0.4;
    /// A body begins with a heading.
    title_heading = -2.6;

    /// Any line is an inner heading.
    heading = -0.5;
    /// A heading of 17 characters and more.
    heading_long = -0.8;
    /// A heading begins with an enumerator.
    heading_enumerator = 2.7;
    /// A heading is set in, where indents show.
    heading_indented = 1.2;
    /// … and not set in.
    heading_not_indented = -4.0;
    /// A heading stands out of its column.
    heading_beyond_column = -4.0;
    /// A heading shares words with both neighbours (times the lower share).
    heading_shared = 0.9;
    /// A heading shares more with what is below it than with what is above (times the difference of shares).
    heading_own = 1.9;
    /// A heading follows a paragraph.
    body_heading = -0.6;
    /// … without a gap above it, on a page with gaps.
    heading_no_gap = -0.6;
    /// The column's width changes at a heading.
    heading_new_column = -1.4;
    /// A gap below a heading, on a page with gaps.
    heading_gap_below = 2.2;
    /// A paragraph follows a heading without one.
    heading_start = 0.5;
    /// A heading follows a heading.
    heading_heading = -3.7;
    /// An article ends with a heading.
    heading_then_article = -3.5;
    /// The only headline of a page without kicker, sub-headline and byline is an inner heading.
    bare_among_dressed = 0.7;
    /// An article without a headline follows a piece from another page.
    piece_without_headline = 4.5;
    /// The only heading of an article is a headline.
    lone_heading = 2.0;
    /// A heading has a second line.
    heading_second_line = -0.9;
    /// … after a full line.
    heading_full_line = 2.1;
    /// … and fills its column.
    heading_second_full = -2.2;
    /// … after a gap.
    heading_second_gap = -2.4;

    /// A line of role words and names is a byline.
    byline_role = 4.1;
    /// A line that could be names only is a byline.
    byline_names = 0.9;
    /// A byline follows a paragraph.
    body_byline = -1.5;

    /// Any line is a line of a list.
    item = -3.5;
    /// … which signs a letter or notice.
    item_signature = 2.9;
    /// … of a table, of results or contacts.
    item_record = 4.0;
    /// … among many short lines.
    item_among_short = 2.5;
    /// … and names a kind of article.
    item_label = -3.0;
    /// Text follows lines that are no clear list.
    item_then_text = -2.1;
    /// A list is followed by a dispatch line of the same article.
    item_dispatch = -3.0;
    /// Lines of a list stand together.
    item_item = 1.7;
    /// A salutation of a letter stands within an article.
    body_salutation = -2.5;
    /// A dispatch line follows a paragraph of the same article.
    body_dispatch = -2.4;
    /// A list follows a paragraph.
    body_item = -3.3;

    /// A headline begins or ends an article anywhere.
    article_title = -2.9;
    /// An article begins without a headline anywhere.
    article_lead = -6.8;
    /// An article begins where the matter changes (times standard deviations of cohesion).
    article_change = 0.6;
    /// … where the text below is unlike that above (times the logarithm of how far the cosine is below the middle).
    article_unlike = 1.4;
    /// The cosine that says nothing.
    alike_middle = 0.2;
    /// The column's width changes where an article begins, and not at an inner heading.
    article_new_column = 3.0;
    /// … does not, on a page with columns of different width.
    article_same_column = -0.8;
    /// An article begins after a gap.
    article_gap = 0.5;
    /// … without one, on a page with gaps.
    article_no_gap = -4.5;
    /// An article begins after a gap of the kind that parts articles, where lines are not wrapped.
    article_parted = 3.8;
    /// … without one.
    article_not_parted = -5.0;
    /// An article without a headline stands after one.
    lead_parted = -6.1;
    /// A paragraph of the same article stands after one.
    paragraph_parted = -4.0;
    /// A heading stands after one.
    heading_parted = -4.4;
    /// An article begins after （下转3版） or （新华社…电）.
    article_finished = 3.3;
    /// … after a paragraph without a full stop.
    article_unfinished = -4.0;
    /// … after a paragraph that ends with a note in brackets: （林一帆）.
    article_signed = 3.1;
    /// … with its closing dispatch line.
    lead_closing = -4.0;
    /// … with 本报讯.
    lead_dispatch = 3.0;
    /// … with 编辑同志：
    lead_salutation = 3.4;
}
