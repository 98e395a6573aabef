//! What each kind of evidence is worth in [`super::evidence`], as log odds: about 1 for a hint, 3 for strong
//! evidence, 6 and more for what hardly ever happens. Begun by hand, then learned: `docs/layout.md` says how.

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
    first_title_above = 0.87;
    /// A headline-first page begins with a body.
    first_body_above = -4.08;
    /// A body-first page begins with a headline.
    first_title_below = -6.36;
    /// A headline-first page ends with a headline.
    last_title_above = -3.3;
    /// A body-first page ends with a body.
    last_body_below = -2.91;
    /// The last article of a body-first page is whole and has no headline.
    last_article_below = -6.02;

    /// A blank line, or none, as the page uses them (times the log odds that the page itself shows).
    blank = 1.08;
    /// A mark that cannot begin a line begins the next.
    join_mark = 4.87;
    /// A bracket or quotation opened on the line is closed on the next.
    join_bracket = 3.16;
    /// A number would be cut.
    join_number = 1.43;
    /// A paragraph goes on after a letter-spaced line.
    join_justified = 3.5;
    /// The join makes a word of the lexicon.
    join_word = 2.53;
    /// A paragraph goes on after a line that ends a sentence.
    join_after_full_stop = 0.55;
    /// A paragraph goes on after a line that no column wrapped.
    join_unwrapped = -5.67;
    /// … after a line half a character short.
    join_short_1 = -1.0;
    /// … after a line one character short.
    join_short_2 = -1.2;
    /// … after a line shorter than that.
    join_short = -3.25;
    /// … after a line much shorter, besides.
    join_very_short = -3.03;

    /// A paragraph ends with a full stop.
    end_full_stop = 0.94;
    /// … with a colon.
    end_colon = -0.92;
    /// … with a semicolon.
    end_semicolon = -0.8;
    /// … with a bracket.
    end_bracket = -0.27;
    /// … with a quotation mark and no full stop.
    end_quote = -7.08;
    /// … without any mark.
    end_open = -8.03;
    /// … with a bracket open.
    end_bracket_open = -3.4;
    /// … with a quotation open.
    end_quotation_open = -2.17;
    /// … with a full line.
    end_full_line = -2.6;
    /// … on a page without gaps, where the ends of paragraphs show in nothing else.
    end_full_line_no_gaps = -1.75;
    /// … with a line half a character short.
    end_short_1 = 0.76;
    /// … with a line one character short.
    end_short_2 = 1.2;
    /// … with a line shorter than that.
    end_short = 1.47;

    /// … with a quotation mark and no full stop, where lines are not wrapped.
    end_quote_unwrapped = -4.1;

    /// A paragraph begins with an enumerator.
    start_enumerator = 0.98;
    /// A paragraph begins with a dispatch line or a speaker's turn.
    start_marked = 0.0;
    /// A salutation or a closing dispatch line is a paragraph.
    start_formula = 3.0;
    /// A paragraph begins with a word that opens paragraphs of news.
    start_opener = 2.07;
    /// … with a number.
    start_number = -0.36;
    /// … with a word that points back.
    start_continuer = 0.64;
    /// … with who speaks.
    start_said = 1.41;
    /// … with a quotation.
    start_quotation = 0.23;
    /// The paragraph above ends with a long sentence.
    start_after_long_sentence = 0.57;
    /// … with a short one.
    start_after_short_sentence = -0.5;
    /// Its first sentence is as long as those of this page are (times the log odds that the page itself shows).
    start_topic = 1.49;
    /// A paragraph begins set in, where indents show.
    start_indented = 1.48;
    /// … and not set in.
    start_not_indented = -4.0;
    /// Its first line fills a column less the first-line indent, and not the whole column.
    start_fits_set_in = 1.79;
    /// Its first line fills the whole column: no room for an indent.
    start_fits_flush = -3.73;
    /// Its first line is longer than a column less the first-line indent, and no full column either.
    start_no_room_set_in = -1.0;
    /// Its first line closes a bracket that it has not opened.
    start_closes = -3.0;
    /// It begins with the end of a word or clause: 坚。
    start_remainder = -4.23;
    /// A line within a paragraph begins with 一、 or （一）.
    continue_numbered = -2.5;
    /// … with a dash, a bullet, 第一，
    continue_marked = -1.54;
    /// … with a dispatch line.
    continue_dispatch = -5.0;
    /// … that is all of the line.
    continue_only_dispatch = -4.0;
    /// … with a note in brackets.
    continue_note = -3.9;
    /// … with a speaker's turn.
    continue_turn = -1.5;
    /// … set in, where indents show.
    continue_indented = -5.0;
    /// A paragraph begins in a few narrow lines, between wider ones, that are too few for a column.
    start_stray = 0.11;
    /// A line of running text stands out of its column.
    body_beyond_column = -3.0;

    /// A title or heading ends with a full stop.
    display_full_stop = -5.0;
    /// … with a colon.
    display_colon = -3.79;
    /// A title or heading of 27 to 36 characters.
    display_long = -1.5;
    /// … of 37 to 44 characters.
    display_very_long = -3.0;
    /// A full stop inside a title or heading.
    display_stop_inside = -5.11;
    /// Each comma after the first inside a title or heading.
    display_comma_inside = -0.76;
    /// A title or heading asks, by its words, without a question mark.
    display_asks = 2.11;
    /// A title or heading ends with a comma or dash (the next line makes up for it).
    display_clause = -4.61;
    /// A title or heading with a bracket or quotation mark that it does not close or open.
    display_bracket = -1.5;
    /// A title or heading that is a caption, a signature or a salutation by its words.
    display_formula = -5.36;
    /// A title or heading that names a kind of article or box.
    display_label = 4.09;
    /// A title or heading that names a box within an article: a heading rather.
    box_label = 2.95;
    /// A title or heading that is a line of a table or a list of results.
    display_record = -4.0;
    /// A title or heading within many short lines.
    display_within_list = -1.41;
    /// Three, two or one characters are the rest of the title or heading above (times one, two or three).
    display_remainder = 1.12;
    /// A title or heading begins with a dispatch line.
    display_dispatch = -8.0;
    /// A letter-spaced title or heading.
    display_justified = -1.5;
    /// A line of it ends with a comma and another follows.
    display_clause_goes_on = 6.44;
    /// A title or heading fills its column to the point.
    display_fills_column = -1.33;

    /// Any line is a headline.
    title = -0.67;
    /// A headline names a kind of article.
    title_label = 1.48;
    /// A headline of seven characters at most.
    title_short = -0.07;
    /// A headline of one line is longer than larger type lets it be in its column.
    title_fills_measure = -0.6;
    /// A headline begins with an enumerator.
    title_enumerator = -3.0;
    /// A headline could be a byline.
    title_byline = -2.51;
    /// A line that leads to a headline (…强调, …两会关注) is one, and no inner heading.
    title_kicker = 3.66;
    /// A headline begins with a dash right below a body.
    title_dash_first = -3.0;
    /// A main line and its sub-headline in one are a headline, and no inner heading.
    title_dash_inside = 0.84;
    /// A headline stands in the middle of a sentence.
    inset = -3.1;
    /// A headline is one of a few narrow lines, between wider ones, that are too few for a column.
    title_stray = 0.39;
    /// A headline is set in like a paragraph.
    title_indented = -4.0;
    /// … is not, where indents show.
    title_not_indented = 1.08;
    /// A headline stands out of the column.
    title_beyond_column = 2.5;
    /// A headline shares more with its own body than with its other neighbour (times the difference of shares).
    title_shared = 4.01;
    /// A headline has another line.
    title_title = 0.75;
    /// … which begins with a dash or stands in brackets.
    title_sub = 4.29;
    /// … with a gap between.
    title_gap = 1.27;
    /// A byline follows a headline.
    title_byline_below = 3.91;
    /// （上接1版） follows a headline.
    title_from = 4.9;
    /// A gap below a headline.
    title_gap_below = 1.32;
    /// None, on a page with gaps.
    title_no_gap_below = -0.63;
    /// A dispatch line follows a headline.
    title_dispatch_below = 3.4;
    /// … or a word that opens paragraphs of news.
    title_opener_below = 0.56;
    /// A body begins with a heading.
    title_heading = -3.15;

    /// Any line is an inner heading.
    heading = -0.52;
    /// A heading of 17 characters and more without a number.
    heading_long = -1.44;
    /// … of 21 and more.
    heading_very_long = -1.27;
    /// A heading begins with an enumerator.
    heading_enumerator = 2.04;
    /// A heading is set in, where indents show.
    heading_indented = 1.38;
    /// … and not set in.
    heading_not_indented = -4.0;
    /// A heading stands out of its column.
    heading_beyond_column = -4.0;
    /// A heading shares words with both neighbours (times the lower share).
    heading_shared = 0.98;
    /// A heading shares more with what is below it than with what is above (times the difference of shares).
    heading_own = 2.36;
    /// A heading follows a paragraph.
    body_heading = -0.33;
    /// … without a gap above it, on a page with gaps.
    heading_no_gap = -0.47;
    /// The column's width changes at a heading.
    heading_new_column = -1.52;
    /// A gap below a heading, on a page with gaps.
    heading_gap_below = 2.52;
    /// A paragraph follows a heading without one.
    heading_start = 0.22;
    /// A heading follows a heading.
    heading_heading = -4.0;
    /// An article ends with a heading.
    heading_then_article = -3.55;
    /// The only headline of a page without kicker, sub-headline and byline is an inner heading.
    bare_among_dressed = 0.7;
    /// An article without a headline follows a piece from another page.
    piece_without_headline = 4.5;
    /// The only heading of an article is a headline.
    lone_heading = 2.0;
    /// A heading has a second line.
    heading_second_line = -0.9;
    /// … after a full line.
    heading_full_line = 2.09;
    /// … and fills its column.
    heading_second_full = -2.7;
    /// … after a gap.
    heading_second_gap = -2.09;

    /// A line of role words and names is a byline.
    byline_role = 3.89;
    /// A line that could be names only is a byline.
    byline_names = 0.79;
    /// A byline follows a paragraph.
    body_byline = -1.7;

    /// Any line is a line of a list.
    item = -3.82;
    /// … which signs a letter or notice.
    item_signature = 2.28;
    /// … of a table, of results or contacts.
    item_record = 4.16;
    /// … among many short lines.
    item_among_short = 2.39;
    /// … and names a kind of article.
    item_label = -3.0;
    /// Text follows lines that are no clear list.
    item_then_text = -2.1;
    /// A list is followed by a dispatch line of the same article.
    item_dispatch = -3.0;
    /// Lines of a list stand together.
    item_item = 1.82;
    /// The salutation of a letter stands within an article.
    body_salutation = -2.9;
    /// A dispatch line follows a paragraph of the same article.
    body_dispatch = -2.79;
    /// A list follows a paragraph.
    body_item = -3.31;

    /// A headline begins or ends an article anywhere.
    article_title = -2.83;
    /// An article begins without a headline anywhere.
    article_lead = -6.78;
    /// An article begins where the matter changes (times standard deviations of cohesion).
    article_change = 0.53;
    /// … where the text below is unlike that above (times the logarithm of how far the cosine is below the middle).
    article_unlike = 1.59;
    /// The cosine that says nothing.
    alike_middle = 0.25;
    /// The column's width changes where an article begins, and not at an inner heading.
    article_new_column = 2.88;
    /// … does not, on a page with columns of different width.
    article_same_column = -0.92;
    /// An article begins after a gap.
    article_gap = 0.38;
    /// … without one, on a page with gaps.
    article_no_gap = -5.25;
    /// An article begins after a gap of the kind that parts articles, where lines are not wrapped.
    article_parted = 4.02;
    /// … without one.
    article_not_parted = -5.0;
    /// An article begins in a text of a paragraph a line without any blank line, as one article is written.
    article_in_one = -2.0;
    /// An article without a headline stands after one.
    lead_parted = -6.56;
    /// A paragraph of the same article stands after one.
    paragraph_parted = -3.93;
    /// A heading stands after one.
    heading_parted = -4.92;
    /// An article begins after （下转3版） or （新华社…电）.
    article_finished = 3.6;
    /// … after a paragraph without a full stop.
    article_unfinished = -3.07;
    /// … after a paragraph that ends with a note in brackets: （林一帆）.
    article_signed = 3.6;
    /// … with its closing dispatch line.
    lead_closing = -4.0;
    /// … with 本报讯.
    lead_dispatch = 2.54;
    /// … with 编辑同志：
    lead_salutation = 3.34;
}
