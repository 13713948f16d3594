"""The names of the parts of a document as they are set; apart, because rules are read at every start, and pages seldom."""

#: The parts by their names in rule files, and how they are called.
PARTS = {
    "mark": "密级或紧急程度",
    "masthead": "发文机关标志",
    "number": "发文字号",
    "title": "标题",
    "addressee": "主送机关",
    "body": "正文",
    "heading-1": "一级标题",
    "heading-2": "二级标题",
    "heading-3": "三级标题",
    "heading-4": "四级标题",
    "attachment": "附件说明",
    "signature": "署名",
    "date": "成文日期",
    "note": "附注",
    "copies": "抄送机关",
    "imprint": "印发机关和日期",
    "annex-mark": "附件序号",
    "annex-title": "附件标题",
}
